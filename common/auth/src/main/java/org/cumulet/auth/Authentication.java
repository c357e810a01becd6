package org.cumulet.auth;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cumulet.api.fault.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Before any endpoint: the token is verified and the caller known, or the answer is 401.
class Authentication {

    static final String HEADER = "X-Auth-Token";

    private final TokenVerifier verifier;
    private final CurrentCaller caller;
    private final Map<Method, Boolean> open = new ConcurrentHashMap<>();

    Authentication(TokenVerifier verifier, CurrentCaller caller) {
        this.verifier = verifier;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = 1000)
    public void authenticate(ContainerRequestContext request, ResourceInfo resource) {
        var token = request.getHeaderString(HEADER);
        if (isOpen(resource)) {
            return;
        }
        if (token == null) {
            throw new Fault.Unauthorized();
        }
        caller.is(verifier.verify(token), token);
    }

    private boolean isOpen(ResourceInfo resource) {
        var method = resource.getResourceMethod();
        return method != null && open.computeIfAbsent(method, Authentication::isMarkedOpen);
    }

    private static boolean isMarkedOpen(Method method) {
        return method.isAnnotationPresent(NoToken.class)
                || method.getDeclaringClass().isAnnotationPresent(NoToken.class);
    }
}
