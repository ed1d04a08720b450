package dev.ringback.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate that a server of the given name signed itself.
///
/// @param store a Java key store, with [#PASSWORD]
/// @param pem   the certificate alone
public record Certificate(Path store, Path pem) {

    public static final String PASSWORD = "changeit";

    public static Certificate of(String name, Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve(name + ".jks");
        var keytool =
                new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-keyalg", "EC", "-alias", "server", "-dname",
                        "CN=" + name, "-ext", "san=dns:" + name, "-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "JKS",
                        "-keypass", PASSWORD)
                        .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        if (keytool.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
        var encoded = Base64.getMimeEncoder().encodeToString(keys(store).getCertificate("server").getEncoded());
        var pem = Files.writeString(folder.resolve(name + ".pem"), "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(encoded));
        return new Certificate(store, pem);
    }

    /// Key and certificate in one PEM file, for a server that is no Java.
    public Path chain() throws IOException, GeneralSecurityException {
        var key = Base64.getMimeEncoder().encodeToString(keys(store).getKey("server", PASSWORD.toCharArray()).getEncoded());
        return Files.writeString(Path.of(store + ".chain.pem"), "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n%s"
                .formatted(key, Files.readString(pem)));
    }

    /// For a server that shows it.
    public SSLContext context() throws IOException, GeneralSecurityException {
        var factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(keys(store), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore keys(Path store) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("JKS");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }
}
