-- What a mail server said of somebody without an account mostly repeats their address, which goes when the module that
-- wrote to them forgets it. Only its numbers are kept.
update outgoing_mail
set reply = coalesce(substring(reply from '^[245][0-9]{2}(?:[ -][245]\.[0-9]{1,3}\.[0-9]{1,3})?'), '')
where outsider is not null and reply !~ '^[A-Za-z-]*$';
