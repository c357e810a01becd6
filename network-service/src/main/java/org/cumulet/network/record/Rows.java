package org.cumulet.network.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/// Rows that are held until the transaction ends.
public final class Rows {

    private Rows() {}

    /// The row as it is now, whatever was read of it before.
    public static <T> Optional<T> lock(EntityManager entities, Class<T> type, Object id) {
        entities.flush();
        var row = entities.find(type, id);
        if (row == null) {
            return Optional.empty();
        }
        try {
            entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
            return Optional.of(row);
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }
}
