package org.cumulet.network.port;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.Mac;

/// Another address that a port may send from.
///
/// @param ipAddress an address or a range, as the caller wrote it
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AddressPair(String ipAddress, String macAddress) {

    public Cidr range() {
        return Cidr.parseLenient(ipAddress).orElseThrow();
    }

    public Mac mac() {
        return new Mac(macAddress);
    }

    static AddressPair of(Cidr range, Mac mac) {
        var single = range.prefix() == Ip.bits(range.version());
        return new AddressPair(single ? range.first().toString() : range.toString(), mac.text());
    }
}
