package vn.ganbo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The passwords of the database roles, made at the first start, readable by the program's user
 * only.
 */
final class Secrets {
    private static final List<String> ROLES = List.of("postgres", "owner", "app", "sealer");

    private final Map<String, String> byRole;

    private Secrets(Map<String, String> byRole) {
        this.byRole = byRole;
    }

    static Secrets in(Path home) throws IOException {
        Path file = home.resolve("secret");
        if (!Files.exists(file)) {
            PrivateFile.write(file, made());
        }
        Map<String, String> byRole = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            byRole.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return new Secrets(byRole);
    }

    private static String made() {
        SecureRandom random = new SecureRandom();
        StringBuilder out = new StringBuilder();
        for (String role : ROLES) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            out.append(role)
                    .append('=')
                    .append(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                    .append('\n');
        }
        return out.toString();
    }

    String of(String role) {
        String password = byRole.get(role);
        if (password == null) {
            throw new IllegalStateException("the data folder's secret has no password for " + role);
        }
        return password;
    }
}
