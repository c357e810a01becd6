package org.cumulet.batch.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.item.ItemLedger;
import org.cumulet.batch.remote.Answer;
import org.cumulet.batch.remote.Paths;
import org.cumulet.batch.store.Sealer;

/// What was answered to items, for those that follow them and say `{{net.id}}`.
@Singleton
class Answers {

    private static final int LARGEST = 64 * 1024;

    private final ItemLedger ledger;
    private final Sealer sealer;
    private final ObjectMapper json;

    Answers(ItemLedger ledger, Sealer sealer, ObjectMapper json) {
        this.ledger = ledger;
        this.sealer = sealer;
        this.json = json;
    }

    /// An item as it is to be called, and what it sends.
    record Full(Item item, Contents contents) {}

    /// An earlier item was not answered what this one wants to say.
    static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1;

        Missing(String message) {
            super(message, null, false, false);
        }
    }

    /// Keeps what was answered to an item that others refer to. Of what is too large only its id is known to them.
    void keep(Item item, UUID owner, Answer answer) {
        if (!item.keeps() || answer.body().isMissingNode()) {
            return;
        }
        try {
            var bytes = json.writeValueAsBytes(answer.body());
            if (bytes.length <= LARGEST) {
                ledger.keep(item, owner, sealer.seal(Item.sealOfAnswer(item.job(), item.position()), bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param said what it sends, with its references
    /// @throws Missing where one of them leads nowhere
    Full filled(Item item, Contents said) {
        if (item.after().isEmpty()) {
            return new Full(item, said);
        }
        var before = ledger.before(item).stream()
                .filter(it -> it.label() != null)
                .collect(Collectors.toMap(it -> String.valueOf(it.label()), Function.identity()));
        var path = Reference.filled(
                item.path(),
                it -> URLEncoder.encode(Reference.written(value(before, it)), UTF_8)
                        .replace("+", "%20"));
        Paths.trouble(path).ifPresent(why -> {
            throw new Missing("%s: %s".formatted(path, why));
        });
        var body = said.body() == null ? null : Reference.filled(said.body(), it -> value(before, it));
        return new Full(item.at(path), new Contents(said.headers(), body));
    }

    private JsonNode value(Map<String, Item> before, Reference reference) {
        var item = before.get(reference.name());
        if (item == null) {
            throw new Missing("No item before is called %s.".formatted(reference.name()));
        }
        var answer = answer(item);
        var value = answer.at("/" + reference.path().replace(".", "/"));
        if (value.isMissingNode() && answer.size() == 1) {
            value = answer.elements().next().at("/" + reference.path().replace(".", "/"));
        }
        if (value.isMissingNode() && reference.path().equals("id") && item.resource() != null) {
            value = TextNode.valueOf(item.resource());
        }
        if (value.isMissingNode() || value.isNull()) {
            throw new Missing(
                    "Item %d (%s) was answered no %s.".formatted(item.position(), reference.name(), reference.path()));
        }
        return value;
    }

    private JsonNode answer(Item item) {
        if (item.answer() == null) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(sealer.open(Item.sealOfAnswer(item.job(), item.position()), item.answer()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
