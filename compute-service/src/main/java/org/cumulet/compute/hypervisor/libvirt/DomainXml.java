package org.cumulet.compute.hypervisor.libvirt;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cumulet.compute.hypervisor.Guest;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Host.Virtualisation;

/// A guest as libvirt's domain XML.
final class DomainXml {

    private static final String OURS = "https://cumulet.org/xmlns/server/1";

    private final Guest guest;
    private final Virtualisation virtualisation;
    private final Paths paths;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private DomainXml(Host host, Guest guest) throws XMLStreamException {
        this.guest = guest;
        this.virtualisation = host.virtualisation();
        this.paths = new Paths(host, guest.id());
        this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String of(Host host, Guest guest) {
        try {
            return new DomainXml(host, guest).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write() throws XMLStreamException {
        open("domain", "type", virtualisation.name().toLowerCase(Locale.ROOT));
        element("name", Guest.domain(guest.id()));
        element("uuid", guest.id().toString());
        metadata();
        open("memory", "unit", "MiB");
        xml.writeCharacters(String.valueOf(guest.ram()));
        close();
        element("vcpu", String.valueOf(guest.vcpus()));
        machine();
        devices();
        close();
        xml.flush();
        return text.toString();
    }

    private void metadata() throws XMLStreamException {
        open("metadata");
        xml.writeStartElement("cumulet", "server", OURS);
        xml.writeNamespace("cumulet", OURS);
        xml.writeAttribute("project", guest.project());
        close();
        close();
    }

    private void machine() throws XMLStreamException {
        open("os");
        open("type", "arch", "x86_64", "machine", "pc");
        xml.writeCharacters("hvm");
        close();
        empty("boot", "dev", "hd");
        close();
        open("features");
        empty("acpi");
        empty("apic");
        close();
        if (virtualisation == Virtualisation.KVM) {
            empty("cpu", "mode", "host-model");
        }
        empty("clock", "offset", "utc");
        element("on_poweroff", "destroy");
        element("on_reboot", "restart");
        element("on_crash", "destroy");
    }

    private void devices() throws XMLStreamException {
        open("devices");
        disk();
        if (guest.drive().isPresent()) {
            drive();
        }
        for (var card : guest.cards()) {
            card(card);
        }
        consoles();
        open("rng", "model", "virtio");
        open("backend", "model", "random");
        xml.writeCharacters("/dev/urandom");
        close();
        close();
        empty("memballoon", "model", "virtio");
        close();
    }

    private void disk() throws XMLStreamException {
        open("disk", "type", "file", "device", "disk");
        empty("driver", "name", "qemu", "type", "qcow2", "cache", "none", "io", "threads", "discard", "unmap");
        empty("source", "file", paths.disk());
        empty("target", "dev", "vda", "bus", "virtio");
        close();
    }

    /// On virtio-scsi, since the kernels of clouds know no IDE.
    private void drive() throws XMLStreamException {
        empty("controller", "type", "scsi", "model", "virtio-scsi");
        open("disk", "type", "file", "device", "cdrom");
        empty("driver", "name", "qemu", "type", "raw");
        empty("source", "file", paths.drive());
        empty("target", "dev", "sda", "bus", "scsi");
        empty("readonly");
        close();
    }

    private void card(Guest.Card card) throws XMLStreamException {
        open("interface", "type", "bridge");
        empty("source", "bridge", card.bridge());
        empty("target", "dev", card.tap());
        empty("mac", "address", card.mac());
        empty("model", "type", "virtio");
        empty("rom", "enabled", "no");
        close();
    }

    private void consoles() throws XMLStreamException {
        open("serial", "type", "pty");
        empty("log", "file", paths.console(), "append", "off");
        close();
        empty("console", "type", "pty");
        empty("graphics", "type", "vnc", "port", "-1", "autoport", "yes", "listen", "127.0.0.1");
        open("video");
        empty("model", "type", "vga");
        close();
    }

    private void open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        close();
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }
}
