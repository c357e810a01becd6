package org.cumulet.compute.hypervisor.image;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.cumulet.auth.ServiceTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Bytes of images as the image service streams them.
@Singleton
class ImageServiceBytes implements ImageSource {

    private static final String US = "compute";

    private final String address;
    private final ServiceTokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    ImageServiceBytes(@ConfigProperty(name = "cumulet.url.image") String address, ServiceTokens tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    @Override
    public InputStream open(DiskImage image) throws IOException {
        var token = tokens.of(US);
        var request = HttpRequest.newBuilder(URI.create(address + "/image/v2/images/" + image.id() + "/file"))
                .header("X-Auth-Token", token)
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            answer.body().close();
            if (answer.statusCode() == 401) {
                tokens.refused(US, token);
            }
            throw new IOException("The image service answers %d".formatted(answer.statusCode()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
