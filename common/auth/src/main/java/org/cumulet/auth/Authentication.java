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
    static final String SERVICE_HEADER = "X-Service-Token";

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
        var verified = verifier.verify(token);
        if (!verified.reaches(
                        request.getMethod(),
                        request.getUriInfo().getRequestUri().getRawPath())
                && !isSentByAService(request)) {
            throw new Fault.Unauthorized();
        }
        caller.is(verified, token);
    }

    /// A service that was let in may ask others in its caller's name, whatever they are called.
    private boolean isSentByAService(ContainerRequestContext request) {
        var token = request.getHeaderString(SERVICE_HEADER);
        return token != null && verifier.find(token).filter(Caller::isService).isPresent();
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
