package org.cumulet.inventory.placement;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;

/// Qualities that a provider can have: what its processor can do, and what a host of this cloud can do with servers.
public final class Traits {

    private static final String OF_X86 = "HW_CPU_X86_";

    /// Flags of a processor, as Linux names them, that are traits.
    private static final Set<String> X86_FLAGS = Set.of(
            "3dnow",
            "abm",
            "aesni",
            "amd_svm",
            "avx",
            "avx2",
            "avx512bw",
            "avx512cd",
            "avx512dq",
            "avx512er",
            "avx512f",
            "avx512pf",
            "avx512vl",
            "avx512vnni",
            "bmi",
            "bmi2",
            "clmul",
            "f16c",
            "fma3",
            "fma4",
            "intel_vmx",
            "mmx",
            "mpx",
            "sgx",
            "sha",
            "sse",
            "sse2",
            "sse3",
            "sse41",
            "sse42",
            "sse4a",
            "ssse3",
            "svm",
            "tbm",
            "vmx",
            "xop");

    private static final Set<String> KNOWN = Stream.concat(
                    X86_FLAGS.stream().map(flag -> OF_X86 + flag.toUpperCase(Locale.ROOT)),
                    Stream.of(
                            "COMPUTE_ACCELERATORS",
                            "COMPUTE_DEVICE_TAGGING",
                            "COMPUTE_GRAPHICS_MODEL_CIRRUS",
                            "COMPUTE_GRAPHICS_MODEL_VGA",
                            "COMPUTE_GRAPHICS_MODEL_VIRTIO",
                            "COMPUTE_IMAGE_TYPE_ISO",
                            "COMPUTE_IMAGE_TYPE_QCOW2",
                            "COMPUTE_IMAGE_TYPE_RAW",
                            "COMPUTE_NET_ATTACH_INTERFACE",
                            "COMPUTE_NET_ATTACH_INTERFACE_WITH_TAG",
                            "COMPUTE_NET_VIF_MODEL_E1000",
                            "COMPUTE_NET_VIF_MODEL_VIRTIO",
                            "COMPUTE_NODE",
                            "COMPUTE_RESCUE_BFV",
                            "COMPUTE_SECURITY_UEFI_SECURE_BOOT",
                            "COMPUTE_SOCKET_PCI_NUMA_AFFINITY",
                            "COMPUTE_STATUS_DISABLED",
                            "COMPUTE_STORAGE_BUS_SATA",
                            "COMPUTE_STORAGE_BUS_SCSI",
                            "COMPUTE_STORAGE_BUS_USB",
                            "COMPUTE_STORAGE_BUS_VIRTIO",
                            "COMPUTE_TRUSTED_CERTS",
                            "COMPUTE_VOLUME_ATTACH_WITH_TAG",
                            "COMPUTE_VOLUME_EXTEND",
                            "COMPUTE_VOLUME_MULTI_ATTACH",
                            "HW_ARCH_AARCH64",
                            "HW_ARCH_X86_64",
                            "HW_CPU_HYPERTHREADING",
                            "HW_NIC_SRIOV",
                            "HW_NUMA_ROOT",
                            "MISC_SHARES_VIA_AGGREGATE",
                            "STORAGE_DISK_HDD",
                            "STORAGE_DISK_SSD"))
            .collect(Collectors.toUnmodifiableSet());

    private Traits() {}

    public static List<String> known() {
        return KNOWN.stream().sorted().toList();
    }

    /// The traits that a processor has by its flags.
    public static Set<String> ofProcessor(Collection<String> flags) {
        return flags.stream()
                .map(Traits::asTrait)
                .filter(X86_FLAGS::contains)
                .map(flag -> OF_X86 + flag.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Linux has names of its own for some.
    private static String asTrait(String flag) {
        return switch (flag) {
            case "pni" -> "sse3";
            case "aes" -> "aesni";
            case "pclmulqdq" -> "clmul";
            case "sse4_1" -> "sse41";
            case "sse4_2" -> "sse42";
            case "fma" -> "fma3";
            case "bmi1" -> "bmi";
            case "sha_ni" -> "sha";
            case "avx512_vnni" -> "avx512vnni";
            default -> flag;
        };
    }

    /// @throws Fault.BadRequest when one of these is unknown
    public static void mustBeKnown(Collection<String> names) {
        var unknown = names.stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .map(Printable::of)
                .toList();
        if (!unknown.isEmpty()) {
            throw new Fault.BadRequest("No such trait(s): %s.".formatted(String.join(", ", unknown)));
        }
    }
}
