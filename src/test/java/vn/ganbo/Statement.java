package vn.ganbo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.ganbo.kernel.Sql;

/** One statement of the program and the constant it stands in. */
record Statement(Class<?> owner, String field, Sql sql) {
    private static final Path CLASSES = Path.of("target/classes");

    /** Every static Sql of the program, by class and in the order written. */
    static List<Statement> all() {
        List<Statement> out = new ArrayList<>();
        for (Class<?> type : classes()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Sql.class && Modifier.isStatic(field.getModifiers())) {
                    out.add(new Statement(type, field.getName(), value(field)));
                }
            }
        }
        return out;
    }

    /** Every class of the program except those made from templates, not initialised. */
    static List<Class<?>> classes() {
        List<Class<?>> out = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve("vn/ganbo"))) {
            for (Path file : files.sorted().toList()) {
                String name = CLASSES.relativize(file).toString();
                if (name.endsWith(".class") && !name.contains("/Jte")) {
                    out.add(
                            Class.forName(
                                    name.substring(0, name.length() - ".class".length())
                                            .replace('/', '.'),
                                    false,
                                    Statement.class.getClassLoader()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return out;
    }

    private static Sql value(Field field) {
        try {
            field.setAccessible(true);
            return (Sql) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The capability whose code this is, which is also the name of its schema. */
    String capability() {
        return capability(owner);
    }

    static String capability(Class<?> type) {
        String rest = type.getPackageName().substring("vn.ganbo".length());
        return rest.isEmpty() ? "" : rest.substring(1);
    }

    /** The statement without comments and texts, so that only its own words remain. */
    String words() {
        return words(sql.text());
    }

    static String words(String sql) {
        return sql.replaceAll("--[^\n]*", " ")
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("'(?:[^']|'')*'", "''");
    }

    @Override
    public String toString() {
        return owner.getName() + "." + field;
    }
}
