package vn.ganbo;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import vn.ganbo.demo.BenchCommand;
import vn.ganbo.demo.SizeCommand;
import vn.ganbo.member.ImportCommand;
import vn.ganbo.signature.VerifyCommand;

/** Gắn Bó: keeps Party members bound to the place where they live. */
@SpringBootApplication
@Modulithic(sharedModules = "kernel")
public class Ganbo {
    /**
     * Without a first word the web program; "import", "verify", "demo" and "bench" are commands of
     * {@code ./run}.
     */
    public static void main(String[] args) {
        String verb = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (verb) {
            case "demo" -> System.exit(SizeCommand.run(Ganbo.class, rest));
            case "bench" -> System.exit(BenchCommand.run(Ganbo.class, rest));
            case "import" -> System.exit(ImportCommand.run(Ganbo.class, rest));
            case "verify" -> System.exit(VerifyCommand.run(rest));
            default -> SpringApplication.run(Ganbo.class, args);
        }
    }
}
