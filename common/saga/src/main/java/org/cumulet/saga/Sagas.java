package org.cumulet.saga;

import java.util.List;
import java.util.UUID;

/// A service's workflows: begun with the transaction that asks for them, carried to their end whatever crashes.
///
/// Workflows of one subject run one after the other, in the order they were begun. When all places are taken, the next
/// that becomes free goes to the share for which the fewest run.
public interface Sagas {

    /// The service whose workflows these are; its work travels on the topic `<service>.work`.
    String service();

    /// Begins a workflow in the running transaction, which must exist.
    default <D> UUID begin(Class<? extends Workflow<D>> workflow, String subject, D data) {
        return begin(workflow, List.of(new Beginning<>(subject, data))).getFirst();
    }

    /// Begins one that counts for a share.
    default <D> UUID begin(Class<? extends Workflow<D>> workflow, String subject, String share, D data) {
        return begin(workflow, List.of(new Beginning<>(subject, share, data))).getFirst();
    }

    /// Begins many at once, in one round trip; answers their ids in the order asked for.
    <D> List<UUID> begin(Class<? extends Workflow<D>> workflow, List<Beginning<D>> beginnings);

    /// Ends what runs for this subject the way it would have failed, in the running transaction, which must exist.
    /// Stories that never give up go on.
    void abort(String subject, String reason);

    /// Whether this workflow has begun for this subject and is not over.
    <D> boolean isUnderWay(Class<? extends Workflow<D>> workflow, String subject);

    /// What the consumer of `<service>.work` calls: takes the saga up if nobody has. Returns at once; the ledger is the
    /// truth, so a lost or a forged message changes nothing.
    void heard(String sagaId);

    /// Whose and with what a workflow begins.
    ///
    /// @param share whom it counts for where many wait for a place, such as a project
    record Beginning<D>(String subject, String share, D data) {

        private static final String NOBODYS = "";

        /// What is nobody's in particular has a share of its own.
        Beginning(String subject, D data) {
            this(subject, NOBODYS, data);
        }
    }
}
