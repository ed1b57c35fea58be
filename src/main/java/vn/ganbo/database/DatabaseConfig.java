package vn.ganbo.database;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import vn.ganbo.kernel.Show;

/**
 * Which database: an external one when GANBO_DATABASE_URL is set, else the embedded server in the
 * folder GANBO_DATA. The program connects as app, migrations as owner, the seals of the log as
 * sealer.
 *
 * <p>An external server needs the roles of {@link Roles} under these very names, for grants and
 * policies name them ({@link Requirements} says what is missing); the logins in
 * GANBO_DATABASE_USER, _OWNER_USER and _SEALER_USER may be members of them.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {
    /** Time comes in as a clock; the demonstration brings its own. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Show.ZONE);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ScopedTransactionManager(dataSource);
    }

    /** The embedded server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${ganbo.database.url:}'.isEmpty()")
    static class Embedded {
        @Bean(destroyMethod = "close")
        EmbeddedServer embeddedServer(@Value("${ganbo.data:data}") Path folder) {
            return EmbeddedServer.start(folder);
        }

        @Bean
        JdbcConnectionDetails appConnection(EmbeddedServer server) {
            return new Login(server.url(), "app", server.password("app"));
        }

        @Bean
        FlywayConnectionDetails ownerConnection(EmbeddedServer server) {
            return new OwnerLogin(server.url(), "owner", server.password("owner"));
        }

        @Bean
        SealerLogin sealerLogin(EmbeddedServer server) {
            return new SealerLogin(server.url(), "sealer", server.password("sealer"));
        }
    }

    /** A database of the office's own, PostgreSQL 15 or newer. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${ganbo.database.url:}'.isEmpty()")
    static class External {
        @Bean
        JdbcConnectionDetails appConnection(
                @Value("${ganbo.database.url}") String url,
                @Value("${ganbo.database.user:app}") String user,
                @Value("${ganbo.database.password:}") String password) {
            return new Login(quiet(url), user, password);
        }

        @Bean
        FlywayConnectionDetails ownerConnection(
                @Value("${ganbo.database.url}") String url,
                @Value("${ganbo.database.owner.user:owner}") String user,
                @Value("${ganbo.database.owner.password:}") String password) {
            return new OwnerLogin(quiet(url), user, password);
        }

        @Bean
        SealerLogin sealerLogin(
                @Value("${ganbo.database.url}") String url,
                @Value("${ganbo.database.sealer.user:sealer}") String user,
                @Value("${ganbo.database.sealer.password:}") String password) {
            return new SealerLogin(quiet(url), user, password);
        }

        /** Exceptions name the constraint, never the values of the row that broke it. */
        private static String quiet(String url) {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new StartRefused(
                        "GANBO_DATABASE_URL does not begin with jdbc:postgresql:",
                        "Write it like jdbc:postgresql://server:5432/ganbo");
            }
            return url.contains("logServerErrorDetail=")
                    ? url
                    : url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false";
        }
    }

    /** The program's connection. */
    private record Login(String url, String user, String word) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return word;
        }
    }

    /** The connection of the migrations. */
    private record OwnerLogin(String url, String user, String word)
            implements FlywayConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return word;
        }
    }
}
