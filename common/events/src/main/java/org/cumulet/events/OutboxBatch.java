package org.cumulet.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The oldest rows of an outbox.
record OutboxBatch(List<Long> sequences, List<OutboxRecord> records) {

    static OutboxBatch next(Connection connection, int limit) throws SQLException {
        var batch = new OutboxBatch(new ArrayList<>(), new ArrayList<>());
        try (var select = connection.prepareStatement(OutboxRecord.SELECT)) {
            select.setInt(1, limit);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    batch.sequences.add(row.getLong("sequence"));
                    batch.records.add(OutboxRecord.from(row));
                }
            }
        }
        return batch;
    }

    void delete(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("delete from outbox where sequence = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", sequences.toArray()));
            delete.executeUpdate();
        }
    }
}
