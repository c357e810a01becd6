package org.cumulet.network.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/// Rows that are held until the transaction ends.
public final class Rows {

    private Rows() {}

    /// The row as it is now, whatever was read of it before, to be changed or deleted.
    public static <T> Optional<T> lock(EntityManager entities, Class<T> type, Object id) {
        return held(entities, type, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// The row as it is now, which nobody changes or deletes meanwhile.
    public static <T> Optional<T> keep(EntityManager entities, Class<T> type, Object id) {
        return held(entities, type, id, LockModeType.PESSIMISTIC_READ);
    }

    private static <T> Optional<T> held(EntityManager entities, Class<T> type, Object id, LockModeType mode) {
        entities.flush();
        var row = entities.find(type, id);
        if (row == null) {
            return Optional.empty();
        }
        try {
            entities.refresh(row, mode);
            return Optional.of(row);
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }
}
