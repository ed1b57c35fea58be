/** Sinh hoạt nơi cư trú: meetings of the residence, attendance, opinions heard. */
@ApplicationModule(
        displayName = "Sinh hoạt nơi cư trú",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "access",
            "regulation",
            "document",
            "member",
            "liaison"
        })
@NullMarked
package vn.ganbo.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
