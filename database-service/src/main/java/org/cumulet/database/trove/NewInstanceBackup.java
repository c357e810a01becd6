package org.cumulet.database.trove;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// A backup to make of an instance: a dump of each of its databases.
///
/// @param instance its id
/// @param incremental every backup here is a full one
/// @param parentId see `incremental`
/// @param swiftContainer the operators decide where backups are kept
/// @param storageParams see `swift_container`
/// @param restoreFrom only what was made here can be restored here
record NewInstanceBackup(
        @NotNull @Size(min = 1, max = 255) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @Nullable @Size(max = 255) String description,
        @Nullable @Size(max = 255) String instance,
        @Nullable Object incremental,
        @Nullable Object parentId,
        @Nullable Object swiftContainer,
        @Nullable Object storageParams,
        @Nullable Object restoreFrom) {

    /// @throws Fault.BadRequest when it says of no instance
    String ofInstance() {
        mustBePlain();
        if (instance == null) {
            throw new Fault.BadRequest("The instance is missing that is to be backed up.");
        }
        return instance;
    }

    private void mustBePlain() {
        if (parentId != null || isSet(incremental)) {
            throw new Fault.Unprocessable("There are no incremental backups: every backup is a full one.");
        }
        if (swiftContainer != null || storageParams != null) {
            throw new Fault.Unprocessable("The operators have decided where backups are kept.");
        }
        if (restoreFrom != null) {
            throw new Fault.Unprocessable("Only backups that were made here can be restored here.");
        }
    }

    private static boolean isSet(@Nullable Object flag) {
        return flag != null && !flag.equals(false) && !flag.equals(0);
    }

    record Request(@NotNull @Valid NewInstanceBackup backup) {}
}
