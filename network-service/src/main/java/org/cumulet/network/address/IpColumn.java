package org.cumulet.network.address;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Addresses are kept as PostgreSQL's `inet`, so that it can order them and an operator can read them.
@Converter(autoApply = true)
public class IpColumn implements AttributeConverter<Ip, InetAddress> {

    @Override
    public @Nullable InetAddress convertToDatabaseColumn(@Nullable Ip address) {
        return address == null ? null : address.asInetAddress();
    }

    @Override
    public @Nullable Ip convertToEntityAttribute(@Nullable InetAddress address) {
        return address == null ? null : Ip.of(address);
    }
}
