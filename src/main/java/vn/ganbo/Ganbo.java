package vn.ganbo;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import vn.ganbo.member.ImportCommand;

/** Gắn Bó: keeps Party members bound to the place where they live. */
@SpringBootApplication
@Modulithic(sharedModules = "kernel")
public class Ganbo {
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("import")) {
            System.exit(
                    ImportCommand.run(Ganbo.class, Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(Ganbo.class, args);
    }
}
