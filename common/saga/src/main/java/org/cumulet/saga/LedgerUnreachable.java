package org.cumulet.saga;

import java.sql.SQLException;

/// The ledger cannot be read or written now. What it holds stays as it is, and is taken up again later.
final class LedgerUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    LedgerUnreachable(SQLException cause) {
        super(cause);
    }
}
