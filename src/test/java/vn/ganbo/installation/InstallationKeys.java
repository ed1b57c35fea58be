package vn.ganbo.installation;

import java.nio.file.Path;

/** Installations with a key of their own, for tests of other capabilities. */
public final class InstallationKeys {
    private InstallationKeys() {}

    /** One whose key lies in this folder, and is made there at first. */
    public static Installation installation(Path folder, String address) {
        return new Installation("", "", folder, address);
    }
}
