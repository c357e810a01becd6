package org.cumulet.once;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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
import java.util.Map;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;
import org.cumulet.auth.Caller;
import org.cumulet.auth.TokenVerifier;
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
    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z/_.-]{8,120}");
    private static final int AFTER_AUTHENTICATION = 1100;
    private static final int BEFORE_ALL_OTHERS = 10_000;

    private final TokenVerifier verifier;
    private final TransactionManager transactions;
    private final Instance<AgroalDataSource> databases;
    private final ObjectMapper json;

    Once(
            TokenVerifier verifier,
            TransactionManager transactions,
            @Any Instance<AgroalDataSource> databases,
            ObjectMapper json) {
        this.verifier = verifier;
        this.transactions = transactions;
        this.databases = databases;
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
        mustBeOurs(key, request.getHeaderString("X-Service-Token"));
        var handled = new Handled(database(request.getUriInfo().getRequestUri().getPath()));
        var before = handled.find(key);
        if (before.isPresent()) {
            return answer(before.get());
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
            open.handled().remember(open.key(), new Handled.Answer(response.getStatus(), resource(response)));
            transactions.commit();
        } catch (SQLException e) {
            transactions.rollback();
            refuse(response, e);
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | IllegalStateException e) {
            refuse(response, e);
        }
    }

    private void mustBeOurs(String key, @Nullable String token) {
        var isService =
                token != null && verifier.find(token).filter(Caller::isService).isPresent();
        if (!isService || !KEY.matcher(key).matches()) {
            throw new Fault.Forbidden(HEADER + " is for services of this cloud.");
        }
    }

    private AgroalDataSource database(String path) {
        var first = path.split("/", 3)[1];
        var name = first.equals("placement") ? "inventory" : first;
        return databases.select(new DataSource.DataSourceLiteral(name)).get();
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
