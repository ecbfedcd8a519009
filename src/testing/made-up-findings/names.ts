import type { Draw } from "./draw";
import type { NameOf } from "./made-up-file";

/** What things are called in English, German, French and Spanish; what is not here is called as it is. */
const THINGS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  account: ["account", "Konto", "compte", "cuenta"],
  activity: ["activity", "activity", "activity", "activity"],
  age: ["age", "Alter", "âge", "edad"],
  amount: ["amount", "Betrag", "montant", "importe"],
  area: ["area", "Fläche", "surface", "superficie"],
  branch: ["branch", "Filiale", "agence", "sucursal"],
  case: ["case id", "case id", "case id", "case id"],
  city: ["city", "Stadt", "ville", "ciudad"],
  code: ["part code", "Teilenummer", "référence", "referencia"],
  country: ["country", "Land", "pays", "país"],
  currency: ["currency", "Währung", "devise", "moneda"],
  customer: ["customer name", "Kunde", "client", "cliente"],
  date: ["date", "Datum", "date", "fecha"],
  department: ["department", "Abteilung", "service", "departamento"],
  diagnosis: ["finding", "Befund", "constat", "hallazgo"],
  discount: ["discount", "Rabatt", "remise", "descuento"],
  flow: ["flow", "Durchfluss", "débit", "caudal"],
  grade: ["grade", "Stufe", "échelon", "categoría"],
  height: ["height", "Größe", "taille", "estatura"],
  humidity: ["humidity", "Feuchte", "humidité", "humedad"],
  load: ["load", "Last", "charge", "carga"],
  payee: ["payee", "Empfänger", "bénéficiaire", "beneficiario"],
  power: ["power", "Leistung", "puissance", "potencia"],
  pressure: ["pressure", "Druck", "pression", "presión"],
  price: ["price", "Preis", "prix", "precio"],
  product: ["product", "Produkt", "produit", "producto"],
  quantity: ["quantity", "Menge", "quantité", "cantidad"],
  rooms: ["rooms", "Zimmer", "pièces", "habitaciones"],
  salary: ["salary", "Gehalt", "salaire", "salario"],
  sex: ["sex", "Geschlecht", "sexe", "sexo"],
  speed: ["speed", "Drehzahl", "vitesse", "velocidad"],
  stock: ["stock", "Bestand", "stock", "existencias"],
  supplier: ["supplier", "Lieferant", "fournisseur", "proveedor"],
  temperature: ["temperature", "Temperatur", "température", "temperatura"],
  total: ["total", "Summe", "somme", "suma"],
  value: ["value", "Wert", "valeur", "valor"],
  vibration: ["vibration", "Schwingung", "vibration", "vibración"],
  weight: ["weight", "Gewicht", "poids", "peso"],
};

const STYLES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.replaceAll(" ", "_"),
  (name) => name.replace(/^./u, (first) => first.toUpperCase()),
  (name) => name.replaceAll(" ", "_").toUpperCase(),
];

/** How a file calls things: one language and one style throughout. */
export function namesFor(draw: Draw): NameOf {
  const language = draw.whole(0, 3);
  const style = draw.oneOf(STYLES);
  return (thing) => style(THINGS[thing]?.[language] ?? thing);
}

const SYLLABLES =
  "ba be bo ca co da de fa fe ga go ha ka la le lo ma me mi mo na ne no pa po ra re ro sa so ta te to va vi za".split(
    " ",
  );

/** A made-up name of a company or a person. */
function properName(draw: Draw): string {
  const word = Array.from({ length: draw.whole(2, 3) }, () => draw.oneOf(SYLLABLES)).join("");
  return word.replace(/^./, (first) => first.toUpperCase());
}

/** Made-up names, each once. */
export function properNames(draw: Draw, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(`${properName(draw)} ${properName(draw)}`);
  return [...names];
}
