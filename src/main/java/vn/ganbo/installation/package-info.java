/** Bản cài đặt: the key with which this installation marks its papers, and the keys of others. */
@ApplicationModule(
        displayName = "Bản cài đặt",
        allowedDependencies = {"web", "spreadsheet", "database"})
@NullMarked
package vn.ganbo.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
