package dev.ringback.engine.form;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A filled form on the wire, in the page's own charset.
record FormBody(String contentType, byte[] bytes) {

    static FormBody urlEncoded(List<Map.Entry<String, String>> entries, Charset charset) {
        var text = entries.stream().map(entry -> encoded(entry.getKey(), charset) + "=" + encoded(entry.getValue(), charset))
                .collect(Collectors.joining("&"));
        return new FormBody("application/x-www-form-urlencoded", text.getBytes(UTF_8));
    }

    /// RFC 7578, escaped as browsers do.
    static FormBody multipart(List<Map.Entry<String, String>> entries, Charset charset, String boundary) {
        var out = new ByteArrayOutputStream();
        for (var entry : entries) {
            var head = "--%s\r\ncontent-disposition: form-data; name=\"%s\"\r\n\r\n".formatted(boundary, escaped(entry.getKey()));
            out.writeBytes(head.getBytes(charset));
            out.writeBytes(entry.getValue().replaceAll("\\r\\n|\\r|\\n", "\r\n").getBytes(charset));
            out.writeBytes("\r\n".getBytes(charset));
        }
        out.writeBytes("--%s--\r\n".formatted(boundary).getBytes(charset));
        return new FormBody("multipart/form-data; boundary=" + boundary, out.toByteArray());
    }

    private static String encoded(String text, Charset charset) {
        return URLEncoder.encode(text.replaceAll("\\r\\n|\\r|\\n", "\r\n"), charset);
    }

    private static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
