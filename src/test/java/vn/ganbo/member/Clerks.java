package vn.ganbo.member;

import java.util.UUID;
import vn.ganbo.kernel.Viewer;

/** What a clerk does to a record, for tests of other capabilities. */
public final class Clerks {
    private Clerks() {}

    /** Corrects the phone number, and leaves everything else as it is. */
    public static void correctPhone(Members members, Viewer office, UUID person, String phone) {
        office.call(() -> {
            MemberFile file = members.file(office.scope(), person).orElseThrow();
            RecordChange now = RecordChange.of(file);
            members.change(
                    office,
                    person,
                    file.version(),
                    new RecordChange(
                            now.fullName(),
                            now.otherName(),
                            now.birth(),
                            now.sex(),
                            now.ethnicity(),
                            now.cardNo(),
                            now.fileNo(),
                            null,
                            now.admitted(),
                            now.official(),
                            now.occupation(),
                            now.post(),
                            now.expertise(),
                            now.readyToHelp(),
                            phone,
                            now.email(),
                            now.residenceAddress(),
                            now.commune(),
                            now.permanentAddress()));
            return person;
        });
    }
}
