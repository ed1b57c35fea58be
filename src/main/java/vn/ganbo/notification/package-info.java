/** Thông báo: what an office or a member is told, inside the program. */
@ApplicationModule(
        displayName = "Thông báo",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "access",
            "organisation",
            "member"
        })
@NullMarked
package vn.ganbo.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
