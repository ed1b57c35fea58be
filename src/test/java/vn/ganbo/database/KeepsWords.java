package vn.ganbo.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.UUID;

/**
 * A small program on the embedded server, to be killed: for each byte read it commits a new word as
 * app and then says which.
 */
final class KeepsWords {
    private KeepsWords() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
        try (Connection owner = server.connect("owner", "ganbo");
                Statement statement = owner.createStatement()) {
            statement.execute("create schema if not exists kept");
            statement.execute("create table if not exists kept.word (word text primary key)");
            statement.execute("grant usage on schema kept to app");
            statement.execute("grant select, insert on kept.word to app");
        }
        try (Connection app = server.connect("app", "ganbo");
                PreparedStatement insert =
                        app.prepareStatement("insert into kept.word (word) values (?)")) {
            System.out.println("READY " + server.postmaster());
            while (System.in.read() >= 0) {
                String word = UUID.randomUUID().toString();
                insert.setString(1, word);
                insert.executeUpdate();
                System.out.println("KEPT " + word);
            }
        }
    }
}
