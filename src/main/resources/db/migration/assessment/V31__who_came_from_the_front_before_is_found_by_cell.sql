-- The form of a meeting offers whom the Front sent before.
create index decision_attendee_front_idx on assessment.decision_attendee (unit_no) where body = 'FRONT';
