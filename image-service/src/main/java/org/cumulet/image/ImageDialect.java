package org.cumulet.image;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Dialect;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/// Glance has no error format of its own: a page for browsers and for those who do not say, JSON or plain text for
/// those who ask.
@Singleton
class ImageDialect implements Dialect {

    private static final String JSON = "application/json";

    private final ImageLinks links;

    ImageDialect(ImageLinks links) {
        this.links = links;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/image");
    }

    @Override
    public Spoken speak(Fault fault, HttpHeaders asked) {
        if (fault instanceof Fault.Unauthorized) {
            var challenge = Map.of("WWW-Authenticate", "Keystone uri=\"%s\"".formatted(links.identity()));
            return new Spoken(401, JSON, PlainDialect.body(401, fault.text()), challenge);
        }
        return worded(fault, accepted());
    }

    private static String accepted() {
        return CurrentRequestManager.get().getProperty(Manners.ACCEPTED) instanceof String accept ? accept : "";
    }

    private static Spoken worded(Fault fault, String accept) {
        var title = PlainDialect.title(fault.status());
        var code = "%d %s".formatted(fault.status(), title);
        if (accept.contains(JSON)) {
            return Spoken.json(fault.status(), Map.of("message", fault.text(), "code", code, "title", title));
        }
        if (accept.isBlank() || accept.contains("text/html") || accept.contains("*/*")) {
            return new Spoken(fault.status(), "text/html;charset=UTF-8", page(code, fault.text()), Map.of());
        }
        return new Spoken(
                fault.status(), "text/plain;charset=UTF-8", "%s\n\n%s\n".formatted(code, fault.text()), Map.of());
    }

    private static String page(String code, String text) {
        return """
                <html>
                 <head>
                  <title>%1$s</title>
                 </head>
                 <body>
                  <h1>%1$s</h1>
                  %2$s<br /><br />
                 </body>
                </html>
                """.formatted(code, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
