package org.cumulet.database.install;

/// An IPv4 subnet.
record Subnet(long address, int bits) {

    /// @param text as in `10.0.0.7/24`, which means `10.0.0.0/24`
    static Subnet of(String text) {
        var parts = text.split("/");
        var address = 0L;
        for (var octet : parts[0].split("\\.")) {
            address = address << 8 | Long.parseLong(octet);
        }
        var bits = Integer.parseInt(parts[1]);
        return new Subnet(address & mask(bits), bits);
    }

    private static long mask(int bits) {
        return 0xffff_ffffL << 32 - bits & 0xffff_ffffL;
    }

    /// As MariaDB writes whom it lets in: `%`, or address and mask.
    String asMariaDbHost() {
        return bits == 0 ? "%" : dotted(address) + "/" + dotted(mask(bits));
    }

    @Override
    public String toString() {
        return dotted(address) + "/" + bits;
    }

    private static String dotted(long value) {
        return "%d.%d.%d.%d".formatted(value >> 24 & 255, value >> 16 & 255, value >> 8 & 255, value & 255);
    }
}
