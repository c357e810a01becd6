package org.cumulet.compute.quota;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/// The projects identity knows.
@Singleton
class Projects {

    private static final Logger LOG = Logger.getLogger(Projects.class);

    private final IdentityClient identity;
    private final CurrentCaller caller;

    Projects(@RestClient IdentityClient identity, CurrentCaller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    /// Where identity cannot tell, the quota is taken: it does no harm.
    ///
    /// @throws Fault.BadRequest when there is no such project
    void mustExist(String project) {
        if (caller.get().projectId().filter(project::equals).isPresent()) {
            return;
        }
        try {
            identity.project(caller.token(), project);
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                throw new Fault.BadRequest("Project ID %s is not a valid project.".formatted(project));
            }
            LOG.infof(
                    "Identity does not tell whether project %s exists: %d",
                    project, e.getResponse().getStatus());
        } catch (ProcessingException e) {
            LOG.infof("Identity is away and does not tell whether project %s exists", project);
        }
    }
}
