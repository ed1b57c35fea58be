package vn.ganbo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Gắn Bó: keeps Party members bound to the place where they live. */
@SpringBootApplication
@Modulithic(sharedModules = "kernel")
public class Ganbo {
    public static void main(String[] args) {
        SpringApplication.run(Ganbo.class, args);
    }
}
