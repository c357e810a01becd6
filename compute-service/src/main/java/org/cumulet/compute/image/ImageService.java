package org.cumulet.compute.image;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The images a caller may use.
@Singleton
public class ImageService {

    private final ImageClient images;
    private final CurrentCaller caller;

    ImageService(@RestClient ImageClient images, CurrentCaller caller) {
        this.images = images;
        this.caller = caller;
    }

    /// The image, asked for with the caller's own token.
    ///
    /// @throws Fault.BadRequest when the caller has no such image
    /// @throws Fault.Unavailable when the image service does not answer
    public Image find(String id) {
        try {
            return images.show(caller.token(), id);
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                throw new Fault.BadRequest("Can not find requested image");
            }
            throw away().because(e);
        } catch (ProcessingException e) {
            throw away().because(e);
        }
    }

    private static Fault away() {
        return new Fault.Unavailable(
                "The image service does not answer, so the image cannot be checked. Nothing was created; try again.");
    }
}
