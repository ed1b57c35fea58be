/**
 * Đảng viên đi làm ăn xa: exemption from Party life by decision, keeping in touch with who is away,
 * what the place of stay is asked, dues.
 */
@ApplicationModule(
        displayName = "Đảng viên đi làm ăn xa",
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
package vn.ganbo.away;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
