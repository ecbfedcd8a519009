// Imported first by every command. Syntax that old Node can read, so that it answers with a sentence and not a stack.
var have = process.versions.node.split(".").map(Number);
var tooOld = have[0] < 20 || (have[0] === 20 && have[1] < 19) || have[0] === 21 || (have[0] === 22 && have[1] < 12);

if (tooOld) {
  console.error(
    "This project needs Node 20.19 or newer (20.19+, 22.12+ or later); here is Node " + have.join(".") + ".",
  );
  console.error("Get a current one at https://nodejs.org and run the command again.");
  process.exit(1);
}
