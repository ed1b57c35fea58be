/** Chuyển sinh hoạt đảng: from one place of Party life to the next, and for a time to a host. */
@ApplicationModule(
        displayName = "Chuyển sinh hoạt đảng",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "regulation",
            "document",
            "member"
        })
@NullMarked
package vn.ganbo.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
