/** Mối liên hệ nơi cư trú: introduction, acknowledgement, register, end. */
@ApplicationModule(
        displayName = "Mối liên hệ nơi cư trú",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "access",
            "regulation",
            "document",
            "member"
        })
@NullMarked
package vn.ganbo.liaison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
