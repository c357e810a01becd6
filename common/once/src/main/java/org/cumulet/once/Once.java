package org.cumulet.once;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.cumulet.api.fault.PlainDialect;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// A request that one of our services sends with a key is done at most once, however often it is sent.
///
/// The whole request runs in one transaction, which the service's own ones join, and the key is written in it: so
/// the key is there exactly when what was asked is done. Who sends it again is told the status and the id of the
/// resource.
public class Once {

    /// Names what is to be done once; of use to our services alone.
    public static final String HEADER = "X-Cumulet-Once";

    private static final Logger LOG = Logger.getLogger(Once.class);
    private static final String PROPERTY = "cumulet.once";
    private static final int AFTER_AUTHENTICATION = 1100;
    private static final int BEFORE_ALL_OTHERS = 10_000;

    private final OnceKeys keys;
    private final TransactionManager transactions;
    private final ObjectMapper json;

    Once(OnceKeys keys, TransactionManager transactions, ObjectMapper json) {
        this.keys = keys;
        this.transactions = transactions;
        this.json = json;
    }

    private record Open(String key, Handled handled) {}

    @ServerRequestFilter(priority = AFTER_AUTHENTICATION)
    public @Nullable Response begin(ContainerRequestContext request)
            throws SQLException, SystemException, NotSupportedException {
        var key = request.getHeaderString(HEADER);
        if (key == null) {
            return null;
        }
        keys.mustBeOurs(List.of(key), request.getHeaderString("X-Service-Token"));
        var handled = keys.of(service(request.getUriInfo().getRequestUri().getPath()));
        var before = handled.find(List.of(key)).get(key);
        if (before != null) {
            return answer(before);
        }
        transactions.begin();
        request.setProperty(PROPERTY, new Open(key, handled));
        return null;
    }

    @ServerResponseFilter(priority = BEFORE_ALL_OTHERS)
    public void end(ContainerRequestContext request, ContainerResponseContext response) throws SystemException {
        if (!(request.getProperty(PROPERTY) instanceof Open open)) {
            return;
        }
        request.removeProperty(PROPERTY);
        if (response.getStatus() >= 400) {
            transactions.rollback();
            return;
        }
        try {
            var answer = new Handled.Answer(response.getStatus(), resource(response));
            open.handled().remember(Map.of(open.key(), answer));
            transactions.commit();
        } catch (SQLException e) {
            transactions.rollback();
            refuse(response, e);
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | IllegalStateException e) {
            refuse(response, e);
        }
    }

    private static String service(String path) {
        var first = path.split("/", 3)[1];
        return first.equals("placement") ? "inventory" : first;
    }

    private static Response answer(Handled.Answer before) {
        var body = before.resource() == null ? Map.of() : Map.of("id", before.resource());
        return Response.status(before.status() == 204 ? 200 : before.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }

    private @Nullable String resource(ContainerResponseContext response) {
        var entity = response.getEntity();
        return entity == null || entity instanceof String
                ? null
                : AnsweredId.of(json.valueToTree(entity)).orElse(null);
    }

    private static void refuse(ContainerResponseContext response, Exception why) {
        LOG.infof("A request with a key was not committed: %s", why);
        response.getHeaders().remove("Location");
        response.setStatus(503);
        response.setEntity(PlainDialect.body(503, "What was asked could not be committed; ask again."));
    }
}
