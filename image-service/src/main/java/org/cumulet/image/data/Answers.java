package org.cumulet.image.data;

import org.cumulet.image.data.DownloadService.Content;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// How bytes are answered: all of them or a part, from the file to the network without coming by.
final class Answers {

    private Answers() {}

    static RestResponse<PathPart> with(Content content, @Nullable String range) {
        var size = content.fingerprint().size();
        var part = ByteRange.of(range, size);
        var chosen = part.orElseGet(() -> new ByteRange(0, size));
        var answer = RestResponse.ResponseBuilder.create(
                        part.isPresent() ? RestResponse.Status.PARTIAL_CONTENT : RestResponse.Status.OK,
                        new PathPart(content.file(), chosen.from(), chosen.length()))
                .header("Content-Length", chosen.length())
                .header("Content-MD5", content.fingerprint().md5())
                .header("ETag", "\"" + content.fingerprint().sha512() + "\"")
                .header("Accept-Ranges", "bytes");
        part.ifPresent(it -> answer.header("Content-Range", it.of(size)));
        return answer.build();
    }
}
