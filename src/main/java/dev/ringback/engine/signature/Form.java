package dev.ringback.engine.signature;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// The fields of a form, in order; files are left out.
///
/// @param fields names may repeat
public record Form(List<Map.Entry<String, String>> fields) {

    private static final int MOST_FIELDS = 1_000;

    /// None where the call has no form.
    public static Form of(HookCall call) {
        return of(call.contentType(), call.body());
    }

    /// @param contentType `application/x-www-form-urlencoded`, or `multipart/form-data` (RFC 7578) with its boundary
    public static Form of(String contentType, byte[] body) {
        if (contentType.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33)) {
            return new Form(fields(new String(body, UTF_8)));
        }
        return new Form(parameter(contentType, "boundary").filter(_ -> contentType.regionMatches(true, 0, "multipart/form-data", 0, 19))
                .map(boundary -> parts(boundary, new String(body, ISO_8859_1))).orElse(List.of()));
    }

    /// Of an address or of a form that is written like one; null has none. What is not encoded well is taken as it stands.
    static List<Map.Entry<String, String>> fields(String encoded) {
        return encoded == null || encoded.isEmpty() ? List.of()
                : Arrays.stream(encoded.split("&", MOST_FIELDS)).filter(field -> !field.isEmpty()).map(Form::field).toList();
    }

    /// Of a query as an arrival keeps it.
    public static Form ofQuery(String query) {
        return new Form(fields(query));
    }

    public Set<String> names() {
        return fields.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    public List<String> all(String name) {
        return fields.stream().filter(field -> field.getKey().equals(name)).map(Map.Entry::getValue).toList();
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /// A field that must be there once.
    Optional<String> only(String name) {
        return Optional.of(all(name)).filter(values -> values.size() == 1).map(List::getFirst);
    }

    private static Map.Entry<String, String> field(String encoded) {
        var equals = encoded.indexOf('=');
        return equals < 0 ? Map.entry(decoded(encoded), "")
                : Map.entry(decoded(encoded.substring(0, equals)), decoded(encoded.substring(equals + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    // Latin 1 keeps each byte as a character, so that offsets are those of the bytes.
    private static List<Map.Entry<String, String>> parts(String boundary, String body) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        var delimiter = "\r\n--" + boundary;
        var text = "\r\n" + body;
        var from = text.indexOf(delimiter);
        while (from >= 0 && fields.size() < MOST_FIELDS) {
            var to = text.indexOf(delimiter, from + delimiter.length());
            if (to >= 0) {
                part(text.substring(from + delimiter.length(), to)).ifPresent(fields::add);
            }
            from = to;
        }
        return fields;
    }

    private static Optional<Map.Entry<String, String>> part(String part) {
        var end = part.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        var headers = part.substring(0, end).split("\r\n");
        var disposition = header(headers, "content-disposition");
        var charset = parameter(header(headers, "content-type"), "charset").flatMap(Form::charset).orElse(UTF_8);
        return parameter(disposition, "filename").isPresent() ? Optional.empty()
                : parameter(disposition, "name").map(name -> Map.entry(recoded(name, UTF_8), recoded(part.substring(end + 4), charset)));
    }

    private static String header(String[] headers, String name) {
        return Arrays.stream(headers).filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1)).findFirst().orElse("");
    }

    private static String recoded(String bytes, Charset charset) {
        return new String(bytes.getBytes(ISO_8859_1), charset);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    // RFC 9110 §5.6.6: a token or a quoted string. "name" must not be found inside "filename".
    private static Optional<String> parameter(String header, String name) {
        return Arrays.stream(header.split(";")).map(String::strip).filter(part -> part.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                .map(part -> part.substring(name.length() + 1).strip().replaceAll("^\"|\"$", "")).filter(value -> !value.isEmpty()).findFirst();
    }
}
