package vn.ganbo.signature;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Show;

/**
 * {@code ./run verify [--trust DIR] FILE…}: looks at signed papers without starting the program.
 * Standard output carries one JSON object for each file and nothing else. Certificates of issuers
 * and revocation lists are the files in DIR; where nothing is said, in the folder {@code trust} of
 * the data folder.
 */
public final class VerifyCommand {
    private static final int VALID = 0;
    private static final int NOT_VALID = 1;
    private static final int UNREADABLE = 2;
    private static final String USAGE = "Cách dùng: ./run verify [--trust THƯ_MỤC] TỆP… (tệp .pdf)";

    private VerifyCommand() {}

    /** What was asked for. */
    private record Options(Path trust, List<Path> files) {}

    /** A sentence for standard error. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    /**
     * Runs the command.
     *
     * @param args what follows the word verify
     * @return 0 when every file is valid, 1 when one is not, 2 with a sentence on standard error
     *     when the words or a file cannot be read
     */
    public static int run(String... args) {
        PrintStream out = System.out;
        System.setOut(System.err);
        Quiet.please();
        try {
            return verify(options(args), out);
        } catch (Unreadable e) {
            System.err.println(e.getMessage());
            return UNREADABLE;
        } finally {
            System.setOut(out);
        }
    }

    private static int verify(Options options, PrintStream out) {
        Instant now = Clock.system(Show.ZONE).instant();
        SignatureCheck check = new SignatureCheck(trust(options.trust, now), now);
        JsonMapper json = JsonMapper.builder().build();
        int result = VALID;
        for (Path file : options.files) {
            Verdict verdict = check.check(read(file));
            out.println(json.writeValueAsString(line(file, verdict)));
            out.flush();
            if (verdict.objection() != null) {
                System.err.println(file.getFileName() + ": " + verdict.objection().label());
                result = NOT_VALID;
            }
        }
        return result;
    }

    private static Options options(String... args) {
        @Nullable Path trust = null;
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--trust") && i + 1 < args.length) {
                trust = from(args[++i]);
                if (!Files.isDirectory(trust)) {
                    throw new Unreadable("Không có thư mục " + args[i] + ".");
                }
            } else if (args[i].startsWith("--")) {
                throw new Unreadable("Không hiểu “" + args[i] + "”. " + USAGE);
            } else {
                files.add(from(args[i]));
                if (!Files.isRegularFile(files.getLast())) {
                    throw new Unreadable("Không có tệp " + args[i] + ".");
                }
            }
        }
        if (files.isEmpty()) {
            throw new Unreadable("Chưa ghi tệp nào. " + USAGE);
        }
        return new Options(
                trust == null ? Path.of(System.getProperty("ganbo.data", "data"), "trust") : trust,
                files);
    }

    /** Names are those of the folder where ./run was called, which then goes to its own. */
    private static Path from(String name) {
        return Path.of(System.getProperty("ganbo.from", "")).resolve(name);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unreadable("Không mở được tệp " + file + ": kiểm tra quyền đọc tệp.");
        }
    }

    /** All certificates of issuers and all lists in the files of a folder. */
    private static Trust trust(Path folder, Instant now) {
        List<X509Certificate> anchors = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        for (Path file : files(folder)) {
            Certificates.Content content = Certificates.read(read(file));
            anchors.addAll(content.certificates());
            lists.addAll(content.lists());
            if (content.isEmpty()) {
                System.err.println(file + " không có chứng thư hay danh sách thu hồi nào, bỏ qua.");
            }
        }
        Trust trust = Trust.at(now, anchors, lists);
        if (trust.anchors().isEmpty()) {
            System.err.println(
                    "Không có chứng thư của tổ chức chứng thực nào còn hạn trong " + folder + ".");
        }
        return trust;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new Unreadable("Không đọc được thư mục " + folder + ".");
        }
    }

    private static Map<String, @Nullable Object> line(Path file, Verdict verdict) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("file", file.getFileName().toString());
        line.put("number", verdict.number());
        line.put("issuer", verdict.issuer());
        line.put("valid", verdict.valid());
        line.put("signers", verdict.signers().stream().map(VerifyCommand::signer).toList());
        line.put("reason", verdict.objection() == null ? null : verdict.objection().words());
        return line;
    }

    private static Map<String, @Nullable Object> signer(Verdict.Signer signer) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("name", signer.name());
        Instant time = signer.time();
        out.put(
                "time",
                time == null
                        ? null
                        : time.truncatedTo(ChronoUnit.SECONDS)
                                .atZone(Show.ZONE)
                                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        out.put("valid", signer.valid());
        return out;
    }
}
