package org.cumulet.identity.keystone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// MySQL's text as words: names, values and signs. Comments are skipped, the conditional ones of dumps too: what they
/// hold is about the server, not about rows.
final class SqlWords {

    private static final int END = -1;
    private static final int MOST = 8_000_000;

    private final Reader text;
    private int next;

    SqlWords(Reader text) throws IOException {
        this.text = new BufferedReader(text, 1 << 16);
        this.next = this.text.read();
    }

    private enum Sort {
        PLAIN,
        NAME,
        TEXT
    }

    record Word(Sort sort, String text) {

        boolean is(String plain) {
            return sort == Sort.PLAIN && text.equalsIgnoreCase(plain);
        }

        boolean isName() {
            return sort == Sort.NAME;
        }

        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }

        /// Signs are none, and neither is the word before a binary text.
        boolean isValue() {
            return sort == Sort.TEXT || !text.equals(",") && !text.startsWith("_");
        }

        @Nullable
        String value() {
            return is("NULL") ? null : text;
        }
    }

    /// The words up to the next semicolon; empty at the end.
    List<Word> statement() throws IOException {
        var words = new ArrayList<Word>();
        for (var word = word(); word != null; word = word()) {
            if (!word.is(";")) {
                words.add(word);
            } else if (!words.isEmpty()) {
                return words;
            }
            if (words.size() > MOST) {
                throw new Fault.BadRequest("The dump has a statement that is too long to be one.");
            }
        }
        return words;
    }

    private @Nullable Word word() throws IOException {
        while (next != END) {
            if (Character.isWhitespace(next)) {
                read();
            } else if (next == '#') {
                skipLine();
            } else if (next == '\'' || next == '"') {
                return new Word(Sort.TEXT, quoted(read()));
            } else if (next == '`') {
                return new Word(Sort.NAME, name());
            } else if (Character.isLetterOrDigit(next) || next == '_' || next == '.') {
                return plain();
            } else {
                var sign = read();
                if (sign == '-' && next == '-') {
                    skipLine();
                } else if (sign == '/' && next == '*') {
                    skipComment();
                } else {
                    return new Word(Sort.PLAIN, sign == '-' ? sign + plain().text() : String.valueOf(sign));
                }
            }
        }
        return null;
    }

    private Word plain() throws IOException {
        var word = new StringBuilder();
        while (Character.isLetterOrDigit(next) || next == '_' || next == '.' || next == '$') {
            word.append(read());
        }
        return word.length() > 2 && word.charAt(0) == '0' && word.charAt(1) == 'x'
                ? new Word(Sort.TEXT, bytes(word.substring(2)))
                : new Word(Sort.PLAIN, word.toString());
    }

    private static String bytes(String hex) {
        try {
            return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Fault.BadRequest("The dump has a hexadecimal value that is none.").because(e);
        }
    }

    private String name() throws IOException {
        return quoted(read());
    }

    /// Two quotes are one, and a backslash says what cannot be written.
    private String quoted(char quote) throws IOException {
        var word = new StringBuilder();
        while (next != END) {
            var letter = read();
            if (letter == quote) {
                if (next != quote) {
                    return word.toString();
                }
                word.append(read());
            } else if (letter == '\\' && quote != '`') {
                word.append(escaped(read()));
            } else {
                word.append(letter);
            }
        }
        throw new Fault.BadRequest("The dump ends within a text: it was cut off.");
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> 26;
            default -> letter;
        };
    }

    private void skipLine() throws IOException {
        while (next != END && next != '\n') {
            read();
        }
    }

    private void skipComment() throws IOException {
        var last = ' ';
        read();
        while (next != END) {
            var letter = read();
            if (last == '*' && letter == '/') {
                return;
            }
            last = letter;
        }
    }

    private char read() throws IOException {
        if (next == END) {
            throw new Fault.BadRequest("The dump ends too early: it was cut off.");
        }
        var letter = (char) next;
        next = text.read();
        return letter;
    }
}
