package vn.ganbo.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Texts;

/**
 * Keys with which the server signs, for offices that choose so: in a PKCS#12 file or in a token
 * behind a PKCS#11 library, named by {@code ganbo.signing.keys[0].pkcs12} or {@code .pkcs11} with
 * {@code .password} and so on. None unless configured; never in the database.
 */
@Component
final class ServerKeys {
    private static final String SETTING = "ganbo.signing.keys";

    private final List<SigningKey> keys;

    ServerKeys(Environment environment) {
        List<Setting> settings =
                Binder.get(environment)
                        .bind(SETTING, Bindable.listOf(Setting.class))
                        .orElse(List.of());
        List<SigningKey> opened = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            opened.addAll(opened(i, settings.get(i)));
        }
        keys = List.copyOf(opened);
    }

    /**
     * One configured key.
     *
     * @param pkcs12 the file, or null
     * @param pkcs11 the library of the token's maker, or null
     * @param slot the place of the token among those of the library, from 0
     * @param password of the file, or the token's PIN
     * @param alias of the key, or null for every key in it
     */
    record Setting(
            @Nullable String pkcs12,
            @Nullable String pkcs11,
            int slot,
            @Nullable String password,
            @Nullable String alias) {}

    private static List<SigningKey> opened(int number, Setting setting) {
        String password = setting.password == null ? "" : setting.password;
        try {
            KeyStore store = store(number, setting, password.toCharArray());
            List<SigningKey> found = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (setting.alias == null || setting.alias.equals(alias)) {
                    Key key = store.getKey(alias, password.toCharArray());
                    if (key instanceof PrivateKey secret) {
                        found.add(new SigningKey(secret, chain(store, alias)));
                    }
                }
            }
            if (found.isEmpty()) {
                throw refused(number, "there is no private key in it", null);
            }
            return found;
        } catch (GeneralSecurityException | IOException e) {
            throw refused(number, "it cannot be opened; see file, library and password", e);
        }
    }

    private static IllegalStateException refused(
            int number, String reason, @Nullable Exception cause) {
        return new IllegalStateException("%s[%d]: %s".formatted(SETTING, number, reason), cause);
    }

    private static KeyStore store(int number, Setting setting, char[] password)
            throws GeneralSecurityException, IOException {
        if (setting.pkcs12 != null) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(Path.of(setting.pkcs12))) {
                store.load(in, password);
            }
            return store;
        }
        if (setting.pkcs11 == null) {
            throw refused(number, "neither pkcs12 nor pkcs11 is set", null);
        }
        Provider token = token(number, Path.of(setting.pkcs11), setting.slot);
        KeyStore store = KeyStore.getInstance("PKCS11", token);
        store.load(null, password);
        return store;
    }

    /** A key in a token signs through this provider alone. */
    private static Provider token(int number, Path library, int slot) {
        Provider general = Security.getProvider("SunPKCS11");
        if (general == null) {
            throw refused(number, "this Java has no SunPKCS11", null);
        }
        Provider own =
                general.configure(
                        "--name = ganbo%d%nlibrary = %s%nslotListIndex = %d%n"
                                .formatted(number, library.toAbsolutePath(), slot));
        Security.addProvider(own);
        return own;
    }

    private static List<X509Certificate> chain(KeyStore store, String alias)
            throws GeneralSecurityException {
        return Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
    }

    boolean any() {
        return !keys.isEmpty();
    }

    /** The first key whose holder the paper names and who has not signed yet; persons first. */
    Optional<SigningKey> next(Named named, List<Verdict.Signer> signed) {
        List<String> done = signed.stream().map(s -> Texts.folded(s.name())).toList();
        return Stream.concat(named.persons().stream(), named.organisations().stream())
                .map(Texts::folded)
                .filter(name -> !done.contains(name))
                .flatMap(name -> keys.stream().filter(key -> Texts.folded(key.name()).equals(name)))
                .findFirst();
    }
}
