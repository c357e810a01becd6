package org.cumulet.batch.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// Reads a document as it streams in, never more than one operation at a time.
final class Document {

    private static final int DEEPEST = 60;
    private static final int LONGEST_LINE = 256 * 1024;
    private static final int MOST_TOKENS = 20_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_LINE)
                            .maxNameLength(1000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectReader CSV = CsvMapper.builder(CsvFactory.builder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_LINE)
                            .build())
                    .build())
            .build()
            .readerFor(String[].class);

    private final Operations operations;
    private final Problems problems;
    private final Wish wish;

    Document(Operations operations, Problems problems, Wish wish) {
        this.operations = operations;
        this.problems = problems;
        this.wish = wish;
    }

    /// `{"name": "…", …, "operations": [{…}, …]}`
    void readObject(InputStream body) throws IOException, SQLException {
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw problems.fatal(null, "", "an object with operations is expected");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                readMember(parser, parser.currentName());
            }
            if (parser.nextToken() != null) {
                throw problems.fatal(null, "", "something follows the document");
            }
        } catch (JsonProcessingException broken) {
            throw problems.fatal(
                    broken.getLocation() == null ? null : broken.getLocation().getLineNr(), "", said("JSON", broken));
        }
    }

    private void readMember(JsonParser parser, String member) throws IOException, SQLException {
        var token = parser.nextToken();
        if (!member.equals("operations")) {
            var value = tree(parser);
            if (!wish.take(member, value, problems)) {
                problems.add(null, "/" + member, "additional properties are not allowed");
            }
        } else if (token != JsonToken.START_ARRAY) {
            throw problems.fatal(null, "/operations", "a list is expected");
        } else {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                operations.add(tree(parser), null, "/operations/" + i);
            }
        }
    }

    /// One operation per line; empty lines do not count.
    void readLines(InputStream body) throws IOException, SQLException {
        var in = new LineReader(body, LONGEST_LINE);
        for (int number = 1; ; number++) {
            var line = in.next();
            if (line == null) {
                return;
            }
            if (in.isTooLong()) {
                throw problems.fatal(number, "", "the line is longer than %d bytes".formatted(LONGEST_LINE));
            }
            if (line.length > 0) {
                readLine(line, number);
            }
        }
    }

    /// A table with a line of column names; each row fills the template's holes and is an operation.
    void readRows(InputStream body, RowTemplate template) throws IOException, SQLException {
        try (MappingIterator<String[]> rows = CSV.readValues(body)) {
            var columns = rows.hasNextValue() ? List.of(rows.nextValue()) : List.<String>of();
            if (Set.copyOf(columns).size() < columns.size()) {
                throw problems.fatal(1, "", "each column is to have a name of its own");
            }
            template.check(columns, (where, what) -> problems.add(null, where, what));
            while (rows.hasNextValue()) {
                var line = rows.getCurrentLocation().getLineNr();
                readRow(columns, List.of(rows.nextValue()), line, template);
            }
        } catch (JsonProcessingException broken) {
            var where = broken.getLocation();
            throw problems.fatal(where == null ? null : where.getLineNr(), "", said("CSV", broken));
        }
    }

    private void readRow(List<String> columns, List<String> cells, int line, RowTemplate template)
            throws IOException, SQLException {
        if (cells.size() != columns.size()) {
            problems.add(line, "", "%d cells are expected, here are %d".formatted(columns.size(), cells.size()));
            return;
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        operations.add(template.filled(row, (where, what) -> problems.add(line, where, what)), line, "");
    }

    /// The operation that rows fill.
    ///
    /// @throws InvalidDocument where it is none
    RowTemplate template(String text) throws IOException {
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            var template = tree(parser);
            if (!template.isObject() || parser.nextToken() != null) {
                throw problems.fatal(null, "?template", "an operation is expected, as JSON");
            }
            return new RowTemplate(template);
        } catch (JsonProcessingException broken) {
            throw problems.fatal(null, "?template", said("JSON", broken));
        }
    }

    private void readLine(byte[] line, int number) throws IOException, SQLException {
        try (var parser = JSON.createParser(line)) {
            parser.nextToken();
            var node = tree(parser);
            if (parser.nextToken() != null) {
                problems.add(number, "", "something follows the operation");
            }
            operations.add(node, number, "");
        } catch (JsonProcessingException broken) {
            problems.add(number, "", said("JSON", broken));
        }
    }

    /// The value at which the parser is; one that is too large is not read to its end.
    private JsonNode tree(JsonParser parser) throws IOException {
        try (var tokens = new TokenBuffer(JSON, false)) {
            int depth = 0;
            for (int count = 0; ; count++) {
                var token = parser.currentToken();
                if (token == null) {
                    throw new JsonEOFException(parser, null, "Unexpected end of the document");
                }
                if (count > MOST_TOKENS) {
                    throw new Fault.TooLarge("An operation has more than %d parts.".formatted(MOST_TOKENS));
                }
                tokens.copyCurrentEvent(parser);
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    return JSON.readTree(tokens.asParser());
                }
                parser.nextToken();
            }
        }
    }

    private static String said(String language, JsonProcessingException broken) {
        var text =
                String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("unreadable");
        return "malformed %s: ".formatted(language)
                + text.replaceAll("\\(.*", "").strip();
    }

    /// Lines of bytes, of which none is read further than it may be long.
    static final class LineReader {
        private final InputStream in;
        private final int longest;
        private final byte[] buffer = new byte[64 * 1024];
        private int from;
        private int to;
        private boolean tooLong;

        LineReader(InputStream in, int longest) {
            this.in = in;
            this.longest = longest;
        }

        boolean isTooLong() {
            return tooLong;
        }

        byte @Nullable [] next() throws IOException {
            var line = new ByteArrayOutputStream();
            while (true) {
                if (from == to) {
                    from = 0;
                    to = Math.max(0, in.read(buffer));
                    if (to == 0) {
                        return line.size() == 0 ? null : line.toByteArray();
                    }
                }
                var end = from;
                while (end < to && buffer[end] != '\n') {
                    end++;
                }
                line.write(buffer, from, end - from);
                tooLong = line.size() > longest;
                if (tooLong || end < to) {
                    from = Math.min(end + 1, to);
                    return stripped(line.toByteArray());
                }
                from = to;
            }
        }

        private static byte[] stripped(byte[] line) {
            return line.length > 0 && line[line.length - 1] == '\r' ? Arrays.copyOf(line, line.length - 1) : line;
        }
    }
}
