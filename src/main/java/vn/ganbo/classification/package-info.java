/** Kiểm điểm, xếp loại: the yearly self-review and classification at the place of Party life. */
@ApplicationModule(
        displayName = "Kiểm điểm, xếp loại",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "regulation",
            "document",
            "member",
            "transfer",
            "assignment",
            "liaison",
            "exchange",
            "assessment"
        })
@NullMarked
package vn.ganbo.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
