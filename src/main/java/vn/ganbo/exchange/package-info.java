/** Trao đổi hai chiều: what workplace and residence tell each other, received and answered. */
@ApplicationModule(
        displayName = "Trao đổi hai chiều",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "access",
            "regulation",
            "document",
            "member",
            "liaison",
            "meeting"
        })
@NullMarked
package vn.ganbo.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
