package vn.ganbo.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts in order what a killed program or a killed server left behind. Every process of PostgreSQL
 * has the data folder as its working directory: that, and not the number in postmaster.pid, says
 * who is ours (numbers repeat, above all in containers).
 */
record Orphans(Path home, Path data) {
    private static final int TRIES = 100;
    private static final Path PROC = Path.of("/proc");

    /** Called while the folder's lock is held, so nobody else can be starting. */
    void clear() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        long recorded = recorded();
        List<Long> living = living();
        if (living.contains(recorded)) {
            stop();
            return;
        }
        for (int i = 0; i < TRIES && !living.isEmpty(); i++) {
            pause();
            living = living();
        }
        if (!living.isEmpty()) {
            throw new IllegalStateException(
                    "Processes " + living + " still use " + data + ". End them first.");
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private long recorded() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return -1;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
    }

    private List<Long> living() throws IOException {
        List<Long> found = new ArrayList<>();
        Path real = data.toRealPath();
        if (!Files.isDirectory(PROC)) {
            ProcessHandle.of(recorded())
                    .filter(Orphans::isPostgres)
                    .ifPresent(p -> found.add(p.pid()));
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (worksIn(process, real)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return found;
    }

    /** Where a system does not tell working directories, the program's name has to do. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException e) {
            return false; // gone meanwhile, or another user's
        }
    }

    private void stop() throws IOException {
        List<String> command = new ArrayList<>();
        if (EmbeddedServer.isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(
                        pgCtl().toString(),
                        "-D",
                        data.toString(),
                        "stop",
                        "-m",
                        "fast",
                        "-w",
                        "-t",
                        "60"));
        Process stopping = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(stopping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (stopping.waitFor() != 0) {
                throw new IllegalStateException(
                        "The database left running could not be stopped: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path pgCtl() throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("bin"))) {
            return folders.flatMap(
                            p -> Stream.of(p.resolve("bin/pg_ctl"), p.resolve("bin/pg_ctl.exe")))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no pg_ctl below " + home));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
